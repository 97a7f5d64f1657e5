//! Whole-program tests: real folders in, files and findings out.
//!
//! `BOGO_UPDATE=1` rewrites the references instead of comparing with them.

mod advice;
mod architecture;
mod bad_input;
mod cases;
mod check;
mod command_line;
mod contact_sheets;
mod content_format;
mod cover;
mod coverage;
mod edition_2024_q3;
mod eject;
mod file_names;
mod findings;
mod fixture;
mod folders;
mod font_widths;
mod generated_editions;
mod generator;
mod heard;
mod levels;
mod mending;
mod messages;
mod odd_input;
mod other_offices;
mod pages;
mod pdf;
mod photograph;
mod photographs;
mod preview;
mod print;
mod printed;
mod reproducible;
mod robustness;
mod runs;
mod scale;
mod tags;
mod tall_blocks;
mod tall_tables;
mod themes;
mod typesetting;
mod watch;
