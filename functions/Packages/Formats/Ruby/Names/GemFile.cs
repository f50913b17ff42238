namespace Sluice.Packages.Formats.Ruby.Names;

/// <summary>A gem by its file's name: <c>NAME-VERSION.gem</c>, or <c>NAME-VERSION-PLATFORM.gem</c>.</summary>
internal sealed record GemFile(string Name, string Version, string Platform)
{
    public const string End = ".gem";

    /// <summary>The version with its platform, as the index has it.</summary>
    public string Number => Platform == GemPlatform.Ruby ? Version : $"{Version}-{Platform}";

    /// <summary>Without its end.</summary>
    public string FullName => $"{Name}-{Number}";

    /// <summary>The file's name.</summary>
    public string FileName => FullName + End;

    /// <summary>What a name can mean, without its end: a hyphen and a digit may be within names, too.</summary>
    public static IReadOnlyList<GemFile> Readings(string fullName) =>
    [
        .. from at in Enumerable.Range(0, fullName.Length)
           where fullName[at] == '-'
           let file = OfNumber(fullName[..at], fullName[(at + 1)..])
           where file is not null
           select file,
    ];

    /// <summary>Of a version with its platform; null if it is none.</summary>
    public static GemFile? OfNumber(string name, string number)
    {
        var (version, platform) = number.Split('-', 2) is [var one, var other] ? (one, other) : (number, GemPlatform.Ruby);
        return GemName.IsValid(name) && GemNumber.Read(version) is not null && GemPlatform.IsValid(platform) && (platform != GemPlatform.Ruby || number == version) ? new GemFile(name, version, platform) : null;
    }
}
