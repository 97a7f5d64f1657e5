//! What is kept at hand for an edition: what its faces cover, and the press.

use bogo_model::diagnostic::Form;
use bogo_model::json::Documents;
use bogo_model::manuscript::{SourceFile, unreadable};
use bogo_model::{Diagnostic, Place, message};
use bogo_press::{Coverage, Faces, FontFault, Press, RefusedFont, Templates};

use super::inputs::{Inputs, prove_same};
use crate::folder::Folder;
use crate::goal::Goal;
use crate::stamp::Stamp;

/// What the faces cover, which of the edition's font files were none or could
/// not be read, and the press where pages have been wanted.
pub(super) struct Desk {
    fonts: Vec<(String, Stamp)>,
    pub(super) coverage: Coverage,
    refused: Vec<RefusedFont>,
    unread: Vec<SourceFile>,
    pub(super) press: Option<Press>,
}

impl Desk {
    /// The desk for a folder: the one at hand, if its fonts are still those.
    /// The program's faces, which take their time, are read for a press only.
    pub(super) fn laid(desk: Option<Self>, folder: &Folder, inputs: &Inputs, goal: Goal) -> Self {
        let same = |desk: &Self| prove_same(&desk.fonts, &inputs.fonts);
        let Some(mut desk) = desk.filter(same) else { return Self::new(folder, inputs, goal) };
        if goal != Goal::Data {
            match &mut desk.press {
                Some(press) => press.put_templates(&templates(inputs)),
                None => desk.press = Some(press(folder.fonts().0, inputs)),
            }
        }
        desk
    }

    fn new(folder: &Folder, inputs: &Inputs, goal: Goal) -> Self {
        let (files, unread) = folder.fonts();
        let for_press = (goal != Goal::Data).then(|| files.clone());
        let (press, (coverage, refused)) =
            rayon::join(|| for_press.map(|files| press(files, inputs)), || Coverage::new(files));
        Self { fonts: inputs.fonts.clone(), coverage, refused, unread, press }
    }

    /// What of the edition's own fonts and templates cannot be used. Files that
    /// could not be read are added to the documents.
    pub(super) fn unusable(&self, inputs: &Inputs, documents: &mut Documents) -> Vec<Diagnostic> {
        let templates = &inputs.templates;
        let unread = inputs.no_fonts.iter().chain(&self.unread).chain(&templates.unread);
        let fonts = self.refused.iter().map(no_font);
        let refused = fonts.chain(templates.refused.iter().map(|file| no_template(file)));
        refused.chain(unread.map(|file| unreadable(file, documents))).collect()
    }
}

/// The templates in use.
fn templates(inputs: &Inputs) -> Templates {
    Templates::new(inputs.templates.texts.iter().cloned())
}

/// A press with the edition's own font files, given as name and bytes.
fn press(files: Vec<(String, Vec<u8>)>, inputs: &Inputs) -> Press {
    Press::new(Faces::new(files).0, &templates(inputs))
}

/// A file among the fonts that is none, or that may not be embedded.
fn no_font(RefusedFont { file, fault }: &RefusedFont) -> Diagnostic {
    let place = Place::whole(file.as_str());
    if *fault == FontFault::Restricted {
        let message = message!(
            "PDF에 심는 것을 금한 글꼴입니다",
            "this font forbids to be embedded in a PDF"
        );
        return Diagnostic::error(Form::RestrictedFont, place, message).with_help(message!(
            "이 파일을 지우고 PDF에 심어도 되는 글꼴을 쓰십시오.",
            "remove the file and use a font that may be embedded"
        ));
    }
    let message = message!("글꼴로 읽을 수 없는 파일입니다", "this file is no font");
    Diagnostic::error(Form::NotAFont, place, message).with_help(message!(
        "TTF나 OTF 파일을 넣거나 이 파일을 지우십시오.",
        "put a TTF or OTF file there or remove this one"
    ))
}

/// A file among the templates that is no text. A template stops the pages;
/// anything else, such as a picture, only cannot be used by one.
fn no_template(file: &str) -> Diagnostic {
    let place = Place::whole(file);
    let message = message!(
        "UTF-8 글이 아니어서 템플릿으로 쓸 수 없는 파일입니다",
        "this file is no UTF-8 text, so that templates cannot use it"
    );
    let help = message!(
        "템플릿이면 UTF-8로 다시 저장하고, 아니면 templates 폴더 밖으로 옮기십시오.",
        "save it as UTF-8 if it is a template, move it out of templates/ otherwise"
    );
    match file.ends_with(".typ") {
        true => Diagnostic::error(Form::NotATemplate, place, message).with_help(help),
        false => Diagnostic::warning(Form::NotATemplate, place, message).with_help(help),
    }
}
