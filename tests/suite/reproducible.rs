//! The same input gives the same bytes, and nothing of the machine gets in.

use std::fs;

use crate::fixture::{Edition, finish, first_report, program};

#[test]
fn another_folder_zone_locale_and_home_give_the_same_bytes() {
    let build = |variables: &[(&str, &str)]| {
        let edition = Edition::copy_of(&first_report());
        let home = edition.outside().join("home");
        fs::create_dir(&home).expect("a home");
        let mut command = program(edition.outside());
        command.env("HOME", &home).envs(variables.iter().copied());
        let run = command.args(["build", "edition", "-o", "report.pdf"]).output();
        let run = finish(run.expect("the program runs"));
        assert_eq!(run.code, 0, "{}", run.stderr);
        edition.pdf().expect("a PDF")
    };
    let first = build(&[]);
    let second = build(&[("TZ", "Asia/Seoul"), ("LANG", "ko_KR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8")]);
    assert!(first == second, "the bytes differ");
}

#[test]
fn a_second_build_with_a_warm_cache_gives_the_same_bytes() {
    let edition = Edition::copy_of(&first_report());
    let cache = edition.outside().join("cache");
    let build = || {
        let mut command = program(edition.outside());
        command.env("BOGO_CACHE", &cache);
        let run = command.args(["build", "edition", "-o", "report.pdf"]).output();
        assert_eq!(finish(run.expect("the program runs")).code, 0);
        edition.pdf().expect("a PDF")
    };
    let cold = build();
    assert!(fs::read_dir(cache.join("pictures")).expect("a cache").count() > 20);
    assert!(cold == build(), "the bytes differ");
}

/// Namespaces of its own take network and fonts away from the program. Where
/// the machine does not grant them, that is said, and the build in an empty
/// environment still has to give the same bytes.
#[test]
#[cfg(target_os = "linux")]
#[expect(clippy::print_stderr, reason = "a check that could not be made is not silent")]
fn without_network_fonts_and_home_the_bytes_are_the_same() {
    let edition = Edition::copy_of(&first_report());
    let run = edition.build(&[]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    let usual = edition.pdf().expect("a PDF");
    let script = "set -e; for d in /usr/share/fonts /usr/local/share/fonts /etc/fonts; do \
                  if [ -d $d ]; then mount -t tmpfs none $d; fi; done; \
                  exec \"$0\" build edition -o report.pdf";
    let run = std::process::Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "--net", "sh", "-c", script])
        .arg(env!("CARGO_BIN_EXE_bogo"))
        .current_dir(edition.outside())
        .env_clear()
        .envs([("PATH", "/bin:/usr/bin:/sbin:/usr/sbin"), ("HOME", "/nonexistent")])
        .output();
    match run {
        Ok(output) if output.status.success() => {}
        Ok(output) if !String::from_utf8_lossy(&output.stderr).contains("unshare") => {
            panic!("{}", String::from_utf8_lossy(&output.stderr));
        }
        _ => eprintln!("this machine grants no namespaces: network and fonts were not taken away"),
    }
    assert!(edition.pdf().expect("a PDF") == usual, "the bytes differ");
}
