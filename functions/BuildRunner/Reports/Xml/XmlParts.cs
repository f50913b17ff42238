namespace Sluice.BuildRunner.Reports.Xml;

/// <summary>Where the parts of an XML file begin and end.</summary>
internal static class XmlParts
{
    private const string CDataOpening = "<![CDATA[";

    /// <param name="ahead">From a '&lt;' on.</param>
    public static XmlPart At(ReadOnlySpan<char> ahead) => ahead switch
    {
        _ when ahead.StartsWith("<!--") => XmlPart.Comment,
        _ when ahead.StartsWith(CDataOpening) => XmlPart.CData,
        _ when ahead.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) => XmlPart.DocumentType,
        _ when ahead.StartsWith("<?xml") && ahead.Length > 5 && char.IsWhiteSpace(ahead[5]) => XmlPart.Declaration,
        _ when ahead.StartsWith("<?") => XmlPart.Instruction,
        _ => XmlPart.Tag,
    };

    /// <summary>How many characters the part's opening has, which are no content.</summary>
    public static int Opening(XmlPart part) => part switch
    {
        XmlPart.Comment or XmlPart.DocumentTypeComment => 4,
        XmlPart.CData => CDataOpening.Length,
        XmlPart.Instruction or XmlPart.Declaration => 2,
        _ => 0,
    };

    /// <param name="part">The part, which is none whose end depends on more than what is ahead.</param>
    /// <param name="ahead">What is ahead.</param>
    /// <param name="length">How much of the part there was before.</param>
    /// <returns>How many characters end it; 0 if it does not end here.</returns>
    public static int Closing(XmlPart part, ReadOnlySpan<char> ahead, int length) => length < Opening(part) ? 0 : part switch
    {
        XmlPart.Comment or XmlPart.DocumentTypeComment when ahead.StartsWith("-->") => 3,
        XmlPart.CData when ahead.StartsWith("]]>") => 3,
        XmlPart.Instruction or XmlPart.Declaration when ahead.StartsWith("?>") => 2,
        _ => 0,
    };
}
