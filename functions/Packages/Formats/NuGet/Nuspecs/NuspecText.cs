using System.Xml;
using System.Xml.Linq;
using NuGet.Packaging;

namespace Sluice.Packages.Formats.NuGet.Nuspecs;

/// <summary>Reads a nuspec, which is anybody's XML: no DTD, nothing from elsewhere.</summary>
internal static class NuspecText
{
    /// <summary>How many bytes it may have.</summary>
    public const int Largest = 1024 * 1024;

    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = Largest, IgnoreComments = true };

    /// <exception cref="FormatException">It is none.</exception>
    public static NuspecReader Read(byte[] content)
    {
        try
        {
            using var stream = new MemoryStream(content, writable: false);
            using var xml = XmlReader.Create(stream, Strict);
            var document = XDocument.Load(xml);
            return document.Root is { Name.LocalName: "package" } root && root.Elements().Any(element => element.Name.LocalName == "metadata")
                ? new NuspecReader(document)
                : throw new FormatException("has a nuspec without a package and its metadata");
        }
        catch (XmlException e)
        {
            throw new FormatException($"has a nuspec that is no XML as it is expected, UTF-8 and without a DTD: {e.Message}", e);
        }
    }
}
