//! What a report says about the rules that it is checked by.
