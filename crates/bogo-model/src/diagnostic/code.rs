//! What kinds of findings there are: those that rules make, and those that
//! concern the form of the data.

use std::fmt;

use super::rule::Rule;

/// The kind of a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// What was written cannot be read, or cannot be set.
    Form(Form),
    /// What a rule finds.
    Rule(&'static Rule),
}

impl Code {
    /// Its stable name, in kebab-case.
    pub fn name(self) -> &'static str {
        match self {
            Self::Form(form) => form.name(),
            Self::Rule(rule) => rule.name,
        }
    }

    /// The rule that makes such findings, if they are any rule's.
    pub fn rule(self) -> Option<&'static Rule> {
        match self {
            Self::Form(_) => None,
            Self::Rule(rule) => Some(rule),
        }
    }
}

impl From<Form> for Code {
    fn from(form: Form) -> Self {
        Self::Form(form)
    }
}

impl From<&'static Rule> for Code {
    fn from(rule: &'static Rule) -> Self {
        Self::Rule(rule)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

macro_rules! forms {
    ($($(#[doc = $doc:literal])* $variant:ident = $name:literal;)*) => {
        /// The kinds of findings that no rule makes: what was written cannot be
        /// read, or cannot be set. They can be neither turned off nor allowed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Form {
            $($(#[doc = $doc])* $variant,)*
        }

        impl Form {
            /// All of them, by name.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// Its stable name, in kebab-case.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }
    };
}

forms! {
    /// Several figures bear the name that is called.
    AmbiguousFigure = "ambiguous-figure";
    /// A text says nothing.
    BlankText = "blank-text";
    /// A cell holds what only a body can hold.
    CellBody = "cell-body";
    /// The columns of a table do not fit what it holds.
    ColumnCount = "column-count";
    /// The widths of columns leave no room for the others.
    ColumnWidth = "column-width";
    /// What is to be a date is none.
    Date = "date";
    /// An object has a key twice.
    DuplicateKey = "duplicate-key";
    /// Two projects have one number.
    DuplicateNumber = "duplicate-number";
    /// A box holds nothing, or stands too deep in others.
    EmptyBox = "empty-box";
    /// A chapter names no section.
    EmptyChapter = "empty-chapter";
    /// A group of rows has none.
    EmptyGroup = "empty-group";
    /// An item of a schedule or a list says nothing.
    EmptyItem = "empty-item";
    /// A rule is allowed without a reason.
    EmptyReason = "empty-reason";
    /// A schedule has no tasks.
    EmptySchedule = "empty-schedule";
    /// A table has no columns, or too many.
    EmptyTable = "empty-table";
    /// A file is not in UTF-8.
    Encoding = "encoding";
    /// The name of a file cannot be used.
    FileName = "file-name";
    /// A file is larger than any of its kind may be.
    FileTooLarge = "file-too-large";
    /// A rule is turned off, lowered or allowed that a report cannot be without.
    FixedRule = "fixed-rule";
    /// What fills a page of its own stands where it cannot.
    FullPage = "full-page";
    /// A table does not have the heads that its kind needs.
    HeadCount = "head-count";
    /// What is to be a length is none.
    Length = "length";
    /// A list begins at a level that there is not.
    ListLevel = "list-level";
    /// The words at the foot of the pages do not fit there.
    LongFooter = "long-footer";
    /// A text is longer than a PDF can hold in its place.
    LongText = "long-text";
    /// A list of markers does not name what can be printed.
    Markers = "markers";
    /// A file would be part of the report under another name.
    MisnamedFile = "misnamed-file";
    /// An object lacks a field that it must have.
    MissingField = "missing-field";
    /// A file is named that is not there.
    MissingFile = "missing-file";
    /// A picture is named that is not there.
    MissingPicture = "missing-picture";
    /// There is no `report.json`.
    MissingReport = "missing-report";
    /// A theme is named that is not there.
    MissingTheme = "missing-theme";
    /// A section is named in two places.
    NamedTwice = "named-twice";
    /// A report has no chapters.
    NoChapters = "no-chapters";
    /// A row of pictures has none, or too many.
    NoPictures = "no-pictures";
    /// A file among the fonts is none.
    NotAFont = "not-a-font";
    /// A file is named as a section that is none.
    NotASection = "not-a-section";
    /// A file among the templates is none.
    NotATemplate = "not-a-template";
    /// A figure is to be computed, and nothing says of what.
    NothingToCompute = "nothing-to-compute";
    /// What is asked for would show nothing.
    NothingToShow = "nothing-to-show";
    /// A number is written in quotes.
    NumberAsText = "number-as-text";
    /// What numbers look like is no pattern of numbers.
    NumberPattern = "number-pattern";
    /// A number is too large or too small for its place.
    NumberRange = "number-range";
    /// A path leads out of the edition.
    OutsideEdition = "outside-edition";
    /// What is to be a period is none.
    Period = "period";
    /// A period ends before it begins.
    PeriodOrder = "period-order";
    /// A period cannot be printed in the style that it asks for.
    PeriodStyle = "period-style";
    /// What is to be a proportion is none.
    Ratio = "ratio";
    /// A font may not be embedded.
    RestrictedFont = "restricted-font";
    /// A row does not have as many cells as the table has columns.
    RowCells = "row-cells";
    /// The heads of rows do not fit the table.
    RowHeads = "row-heads";
    /// A cell spans more rows or columns than there are.
    RowSpan = "row-span";
    /// Two files have names that are one to some systems.
    SameName = "same-name";
    /// A schedule is divided into too many columns.
    ScheduleSlots = "schedule-slots";
    /// A figure is given a name that another one has.
    SecondHome = "second-home";
    /// A mark of a sum says nothing.
    SumMark = "sum-mark";
    /// A file is no JSON.
    Syntax = "syntax";
    /// A task lies outside the time of its schedule.
    TaskOutside = "task-outside";
    /// The compiler of the pages found something wrong.
    Template = "template";
    /// A mark in a text cannot be read.
    TextMark = "text-mark";
    /// A token of a theme has a value that it cannot have.
    ThemeValue = "theme-value";
    /// Items stand deeper in each other than there are levels.
    TooDeep = "too-deep";
    /// Two fields say what only one can say.
    TwoValues = "two-values";
    /// An object has a field that its kind does not know.
    UnknownField = "unknown-field";
    /// No figure bears the name that is called.
    UnknownFigure = "unknown-figure";
    /// No grade of the staff bears this name.
    UnknownGrade = "unknown-grade";
    /// There is no such kind of object.
    UnknownKind = "unknown-kind";
    /// No line of a table bears the name that is called.
    UnknownLine = "unknown-line";
    /// No period bears the name that is called.
    UnknownPeriod = "unknown-period";
    /// No rule bears this name.
    UnknownRule = "unknown-rule";
    /// A theme has no such token.
    UnknownToken = "unknown-token";
    /// A word is none of those that can stand there.
    UnknownWord = "unknown-word";
    /// A picture cannot be printed.
    UnprintablePicture = "unprintable-picture";
    /// A file cannot be read.
    UnreadableFile = "unreadable-file";
    /// A folder cannot be listed.
    UnreadableFolder = "unreadable-folder";
    /// The pages come out otherwise each time they are laid out.
    UnsettledPages = "unsettled-pages";
    /// A value is of another type than its place asks for.
    WrongType = "wrong-type";
}

impl Form {
    /// The one with this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|form| form.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_listed_by_name_and_each_once() {
        assert!(Form::ALL.is_sorted_by(|left, right| left.name() < right.name()));
        for form in Form::ALL {
            assert!(form.name().bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'-')));
            assert_eq!(Form::named(form.name()), Some(*form));
        }
    }
}
