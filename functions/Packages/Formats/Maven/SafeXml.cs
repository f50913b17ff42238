using System.Xml;
using System.Xml.Linq;

namespace Sluice.Packages.Formats.Maven;

/// <summary>Reads XML of anybody's: no document types, so no entities, and nothing from elsewhere; bounded in length and depth.</summary>
internal static class SafeXml
{
    /// <summary>How many bytes a document may have.</summary>
    public const int MostBytes = 8 * 1024 * 1024;

    private const int Deepest = 100;

    /// <summary>The root of the document.</summary>
    /// <param name="content">The document.</param>
    /// <param name="name">How the root must be called.</param>
    /// <exception cref="InvalidDataException">It is none. The message follows the document's name.</exception>
    public static XElement Read(byte[] content, string name)
    {
        try
        {
            // Its elements are made only once it is known how deep they are.
            using (var depth = Reader(content))
            {
                while (depth.Read())
                {
                    if (depth.Depth > Deepest)
                    {
                        throw new InvalidDataException($"has elements in more than {Deepest} others");
                    }
                }
            }

            using var reader = Reader(content);
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName == name ? root : throw new InvalidDataException($"has the root '{root.Name.LocalName}', and '{name}' is expected");
        }
        catch (XmlException e)
        {
            throw new InvalidDataException($"is no XML that is taken: {e.Message}", e);
        }
    }

    /// <summary>The element of a name, in whatever namespace.</summary>
    public static XElement? Child(this XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    /// <summary>All elements of a name.</summary>
    public static IEnumerable<XElement> Children(this XElement element, string name) => element.Elements().Where(child => child.Name.LocalName == name);

    /// <summary>What an element in it says; null if there is none, or it says nothing.</summary>
    public static string? Text(this XElement element, string name) => element.Child(name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static XmlReader Reader(byte[] content) => XmlReader.Create(
        new MemoryStream(content, writable: false), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostBytes, CloseInput = true });
}
