using System.Globalization;
using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Formats.Ruby.Specs;

namespace Sluice.Packages.Formats.Ruby.Index;

/// <summary>The line of a gem in its file of the compact index.</summary>
/// <param name="File">Which gem.</param>
/// <param name="Needs">The gems that it needs to run, e.g. <c>json:>= 0,rake:~> 13.0&amp;>= 13.0.1</c>.</param>
/// <param name="Checksum">The SHA-256 of its file.</param>
/// <param name="Text">The whole line.</param>
internal sealed record InfoLine(GemFile File, string Needs, string Checksum, string Text)
{
    private const string ChecksumName = "checksum:";
    private const string CreatedName = "created_at:";
    private const int DigitsOfChecksum = 64;

    /// <summary>The line of a gem that is kept.</summary>
    public static InfoLine Of(GemFile file, string needs, string checksum, string? ruby, string? rubyGems)
    {
        var conditions = $"{ChecksumName}{checksum}{(ruby is null ? "" : $",ruby:{ruby}")}{(rubyGems is null ? "" : $",rubygems:{rubyGems}")}";
        return new InfoLine(file, needs, checksum, $"{file.Number} {needs}|{conditions}");
    }

    /// <summary>A line; null if it is none, or has no checksum.</summary>
    public static InfoLine? Read(string name, string text) =>
        text.Split(' ', 2) is [var number, var rest] && rest.Split('|', 2) is [var needs, var conditions] && GemFile.OfNumber(name, number) is { } file
        && conditions.Split(',').FirstOrDefault(one => one.StartsWith(ChecksumName, StringComparison.Ordinal)) is { } checksum
        && checksum[ChecksumName.Length..] is { Length: DigitsOfChecksum } digits && digits.All(char.IsAsciiHexDigit)
            ? new InfoLine(file, needs, digits.ToLowerInvariant(), text) : null;

    /// <summary>When it was published; null if that is not told, as indexes of the first form do not.</summary>
    public DateTimeOffset? CreatedAt =>
        Text.Split('|', 2)[1].Split(',').FirstOrDefault(one => one.StartsWith(CreatedName, StringComparison.Ordinal)) is { } created
        && DateTimeOffset.TryParse(created[CreatedName.Length..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    /// <summary>What it needs to run.</summary>
    public IReadOnlyList<GemDependency> Dependencies =>
    [
        .. from need in Needs.Split(',')
           let parts = need.Split(':', 2)
           where parts.Length == 2 && GemName.IsValid(parts[0])
           let requirement = GemRequirement.OfIndex(parts[1])
           where requirement is not null
           select new GemDependency(parts[0], requirement, IsRuntime: true),
    ];

    /// <summary>What a gem needs, as a line tells it.</summary>
    public static string NeedsOf(IEnumerable<GemDependency> dependencies) =>
        string.Join(',', dependencies.Where(dependency => dependency.IsRuntime).OrderBy(dependency => dependency.Name, StringComparer.Ordinal).Select(dependency => $"{dependency.Name}:{dependency.Requirement.Indexed}"));
}
