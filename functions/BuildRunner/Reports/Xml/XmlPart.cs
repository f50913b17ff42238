namespace Sluice.BuildRunner.Reports.Xml;

/// <summary>What a character of an XML file belongs to.</summary>
internal enum XmlPart
{
    Text,
    Tag,
    Comment,
    CData,
    Instruction,
    Declaration,
    DocumentType,
    DocumentTypeComment,
}
