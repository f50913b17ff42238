using System.Text;

namespace Sluice.Platform.Documents;

/// <summary>
/// Reads users' YAML and JSON documents (JSON if the file's name ends in <c>.json</c>) and finds all their faults at once. Any input gives a
/// document or an <see cref="InvalidDocumentException"/>, in bounded time and memory (<see cref="DocumentLimits"/>).
/// </summary>
public static class DocumentReader
{
    private static readonly UTF8Encoding _strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>
    /// Reads a document whose root is a map. <paramref name="read"/> asks for the members that it knows; faults are collected meanwhile, and members
    /// that it did not ask for are faults too. What it returns counts only if there is none.
    /// </summary>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="text">Its content.</param>
    /// <param name="read">Builds the result.</param>
    /// <param name="ignoreCase">Whether the document's own member names match in any case (appspec files).</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static T Read<T>(string file, string text, Func<MappingReader, T> read, bool ignoreCase = false) =>
        Read(file, IsJson(file), text, read, new DocumentDialect { IgnoresCase = ignoreCase });

    /// <summary>Reads a JSON document in a dialect of its own, whatever its file is called.</summary>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static T ReadJson<T>(string file, string text, Func<MappingReader, T> read, DocumentDialect dialect) => Read(file, isJson: true, text, read, dialect);

    /// <summary>Reads a document whose root is a map as far as it can be read, and tells all that there is to say against it, what is no reason to refuse it too.</summary>
    /// <param name="file">The file's name as the user knows it.</param>
    /// <param name="content">Its bytes, which must be UTF-8.</param>
    /// <param name="read">Builds the result.</param>
    /// <param name="ignoreCase">Whether the document's own member names match in any case (appspec files).</param>
    public static ExaminedDocument<T> Examine<T>(string file, ReadOnlySpan<byte> content, Func<MappingReader, T?> read, bool ignoreCase = false)
        where T : class
    {
        try
        {
            var (faults, dialect) = (new FaultList(file), new DocumentDialect { IgnoresCase = ignoreCase });
            var map = Map(IsJson(file), Decode(file, content), faults, dialect);
            var result = MappingReader.Read(map, read, new ReadingContext(faults, dialect));
            var places = DocumentPlaces.Of(map);
            return new ExaminedDocument<T>(result, faults.All(places), places);
        }
        catch (InvalidDocumentException e)
        {
            return new ExaminedDocument<T>(null, e.Faults, DocumentPlaces.None);
        }
    }

    private static T Read<T>(string file, bool isJson, string text, Func<MappingReader, T> read, DocumentDialect dialect)
    {
        var faults = new FaultList(file);
        var map = Map(isJson, text, faults, dialect);
        var result = MappingReader.Read(map, read, new ReadingContext(faults, dialect));
        return faults.Any ? throw faults.ToException(DocumentPlaces.Of(map)) : result;
    }

    private static MappingNode Map(bool isJson, string text, FaultList faults, DocumentDialect dialect)
    {
        var root = Build(isJson, text, faults, dialect);
        return root as MappingNode ?? throw faults.Fatal(root.Line, "", $"a map (name: value) was expected, not {root.Description}", root.Column);
    }

    /// <summary>See the other overload; the bytes must be UTF-8, with or without a byte order mark.</summary>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    public static T Read<T>(string file, ReadOnlySpan<byte> content, Func<MappingReader, T> read, bool ignoreCase = false) =>
        Read(file, Decode(file, content), read, ignoreCase);

    /// <summary>The document as it is, of any shape.</summary>
    /// <exception cref="InvalidDocumentException">It is neither YAML nor JSON, too large, or has a name twice.</exception>
    public static DocumentNode Parse(string file, string text)
    {
        var faults = new FaultList(file);
        var root = Build(IsJson(file), text, faults, new DocumentDialect());
        return faults.Any ? throw faults.ToException(DocumentPlaces.Of(root)) : root;
    }

    private static bool IsJson(string file) => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase);

    private static DocumentNode Build(bool isJson, string text, FaultList faults, DocumentDialect dialect)
    {
        if (Encoding.UTF8.GetByteCount(text) > DocumentLimits.Bytes)
        {
            throw faults.Fatal(0, "", $"the file is larger than {DocumentLimits.Bytes / 1024} KiB");
        }

        var content = text.TrimStart('\uFEFF');
        var root = isJson ? JsonNodes.Build(content, faults, dialect) : YamlNodes.Build(content, faults, dialect);
        return root is null or ScalarNode { IsNull: true } ? throw faults.Fatal(0, "", "the file is empty") : root;
    }

    private static string Decode(string file, ReadOnlySpan<byte> content)
    {
        if (content.Length > DocumentLimits.Bytes)
        {
            throw new FaultList(file).Fatal(0, "", $"the file is larger than {DocumentLimits.Bytes / 1024} KiB");
        }

        try
        {
            return _strict.GetString(content);
        }
        catch (DecoderFallbackException e)
        {
            throw new FaultList(file).Fatal(content[..e.Index].Count((byte)'\n') + 1, "", "the file is not UTF-8 text");
        }
    }
}
