//! Declaring the format: one declaration gives a type, its reader and its
//! schema, so that the three cannot disagree.

/// Declares an object of the format.
///
/// Each field says whether it is `required`, `optional` (an [`Option`]) or has
/// a `usual` value where it is absent, and what it means to the user. A
/// `wanted` field is required, too, but where it is missing or wrong, which is
/// reported, an empty value stands in, so that the rest is still read.
macro_rules! record {
    (
        $(#[$meta:meta])*
        $name:ident: $title:literal {
            $( $(#[$doc:meta])* $presence:ident $field:ident: $type:ty = $help:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub struct $name {
            /// Where the object stands.
            pub span: $crate::json::Span,
            $( $(#[$doc])* pub $field: record!(@type $presence $type), )*
        }

        impl $name {
            /// Reads the fields of the object.
            fn read(
                node: &$crate::json::Node,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Option<Self> {
                let known = [$(stringify!($field)),*];
                let fields = $crate::json::Fields::open(node, $title, &known, decoder)?;
                // Every field is read before any failure is acted on, so that
                // all of them are reported.
                $( let $field = fields.$presence(stringify!($field), decoder); )*
                Some(Self { span: node.span, $( $field: $field?, )* })
            }

            /// The object's own schema, not a reference to it.
            pub(crate) fn object_schema(
                schemas: &mut $crate::json::Schemas,
            ) -> serde_json::Value {
                let mut properties = serde_json::Map::new();
                let required: Vec<&str> =
                    [$(record!(@required $presence stringify!($field))),*]
                        .into_iter()
                        .flatten()
                        .collect();
                $(
                    let schema = <$type as $crate::json::Decode>::schema(schemas);
                    let schema = $crate::json::Schemas::described(schema, $help);
                    properties.insert(stringify!($field).into(), schema);
                )*
                schemas.object($title, properties, &required)
            }
        }
    };
    (@type required $type:ty) => { $type };
    (@type usual $type:ty) => { $type };
    (@type wanted $type:ty) => { $type };
    (@type optional $type:ty) => { Option<$type> };
    (@required required $field:expr) => { Some($field) };
    (@required wanted $field:expr) => { Some($field) };
    (@required $other:ident $field:expr) => { None };
    (
        $(#[$meta:meta])*
        plain $name:ident: $title:literal { $($body:tt)* }
    ) => {
        record! { $(#[$meta])* $name: $title { $($body)* } }

        impl $crate::json::Decode for $name {
            fn decode(
                node: &$crate::json::Node,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Option<Self> {
                Self::read(node, decoder)
            }

            fn schema(schemas: &mut $crate::json::Schemas) -> serde_json::Value {
                schemas.define(stringify!($name), Self::object_schema)
            }
        }
    };
    (
        $(#[$meta:meta])*
        short $name:ident: $title:literal, $short:path { $($body:tt)* }
    ) => {
        record! { $(#[$meta])* $name: $title { $($body)* } }

        // A plain string or number is a short spelling of the object.
        impl $crate::json::Decode for $name {
            fn decode(
                node: &$crate::json::Node,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Option<Self> {
                match node.value {
                    $crate::json::Value::Object(_) => Self::read(node, decoder),
                    _ => $short(node, decoder),
                }
            }

            fn schema(schemas: &mut $crate::json::Schemas) -> serde_json::Value {
                schemas.define(stringify!($name), |schemas| {
                    let object = Self::object_schema(schemas);
                    serde_json::json!({
                        "anyOf": [{ "type": Self::SHORT_TYPES }, object],
                        "description": $title,
                    })
                })
            }
        }
    };
}

/// Declares a value that is one of a few words.
macro_rules! words {
    (
        $(#[$meta:meta])*
        $name:ident: $title:literal {
            $( $(#[$doc:meta])* $variant:ident = $word:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $( $(#[$doc])* $variant, )* }

        words! { spelt $name: $title { $( $variant = $word, )* } }
    };
    // The words of a type that is declared elsewhere.
    (spelt $name:ident: $title:literal { $( $variant:ident = $word:literal, )* }) => {
        impl $crate::json::Decode for $name {
            fn decode(
                node: &$crate::json::Node,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Option<Self> {
                let word = <String as $crate::json::Decode>::decode(node, decoder)?;
                match word.as_str() {
                    $( $word => Some(Self::$variant), )*
                    _ => {
                        let all = [$($word),*].map(|word| format!("\"{word}\"")).join(", ");
                        let (title, given) = ($title, $crate::quoting::quoted(&word));
                        decoder.error(
                            $crate::diagnostic::Form::UnknownWord,
                            node.span,
                            $crate::message!(
                                "‘{title}’에 \"{given}\"은(는) 쓸 수 없습니다",
                                "`{given}` is not one of the words that can stand here"
                            ),
                            Some($crate::message!(
                                "이 가운데 하나를 쓰십시오: {all}",
                                "use one of {all}"
                            )),
                        );
                        None
                    }
                }
            }

            fn schema(_: &mut $crate::json::Schemas) -> serde_json::Value {
                serde_json::json!({ "enum": [$($word),*] })
            }
        }
    };
}

/// Declares an object whose member `kind` says which of several it is. A
/// string is the `usual` kind in its short spelling.
macro_rules! choice {
    (
        $(#[$meta:meta])*
        $name:ident: $title:literal, usual $usual:ident($usual_type:ty) {
            $( $(#[$doc:meta])* $variant:ident($type:ty) = $word:literal $help:literal, )*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone)]
        pub enum $name { $( $(#[$doc])* $variant($type), )* }

        impl $name {
            /// Every kind by its name, with what it is.
            pub const KINDS: &[(&str, &str)] = &[$(($word, $help)),*];

            /// Where it stands.
            pub fn span(&self) -> $crate::json::Span {
                match self { $( Self::$variant(inner) => inner.span, )* }
            }
        }

        impl $crate::json::Decode for $name {
            const CAN_BE_LEFT_OUT: bool = true;

            fn decode(
                node: &$crate::json::Node,
                decoder: &mut $crate::json::Decoder<'_>,
            ) -> Option<Self> {
                let Some(kind) = decoder.kind_of(node, $title, Self::KINDS)? else {
                    return <$usual_type as $crate::json::Decode>::decode(node, decoder)
                        .map(Self::$usual);
                };
                match kind {
                    $( $word => <$type as $crate::json::Decode>::decode(node, decoder)
                        .map(Self::$variant), )*
                    _ => None,
                }
            }

            fn schema(schemas: &mut $crate::json::Schemas) -> serde_json::Value {
                schemas.define(stringify!($name), |schemas| {
                    let mut kinds = vec![serde_json::json!({ "type": "string" })];
                    $({
                        let object = <$type>::object_schema(schemas);
                        let usual = stringify!($variant) == stringify!($usual);
                        kinds.push($crate::json::Schemas::tagged(object, "kind", $word, usual, $help));
                    })*
                    serde_json::json!({ "anyOf": kinds, "description": $title })
                })
            }
        }
    };
}

pub(crate) use {choice, record, words};
