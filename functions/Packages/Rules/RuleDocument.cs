using System.Globalization;
using Sluice.Packages.Groups;
using Sluice.Packages.Model;
using Sluice.Packages.Records;
using Sluice.Platform.Documents;

namespace Sluice.Packages.Rules;

/// <summary>Reads the rules of a repository or a package group: a JSON document. All that is wrong with it is told at once.</summary>
internal static class RuleDocument
{
    private const int MostHours = 24 * 365 * 10;
    private const int MostVersions = 100_000;
    private const int MostDays = 365 * 100;

    /// <exception cref="ApiException">With all faults, each with its place.</exception>
    public static PackageRules Read(string name, string text)
    {
        try
        {
            return DocumentReader.ReadJson(name, text, Rules, new DocumentDialect { HasExactTypes = true });
        }
        catch (InvalidDocumentException e)
        {
            throw PackageErrors.Invalid(string.Join("; ", e.Faults));
        }
    }

    private static PackageRules Rules(MappingReader map) => new()
    {
        MinimumAge = map.OptionalMapping("minimumAge", Age),
        Allow = map.Has("allow") ? map.ListOfMappings("allow", Named) : null,
        Block = map.ListOfMappings("block", Named),
        FrozenAt = Moment(map, "frozenAt"),
        Retention = map.OptionalMapping("retention", retention => Retention(retention, isWhole: true)),
    };

    private static AgeRule Age(MappingReader map)
    {
        var (hours, days) = (map.OptionalInt("hours", 0, MostHours), map.OptionalInt("days", 0, MostHours / 24));
        if (hours is null == days is null)
        {
            map.Fault("expected either hours or days");
        }

        return new AgeRule(hours ?? (days ?? 0) * 24, map.ListOfMappings("except", Named));
    }

    private static NamedVersions Named(MappingReader map)
    {
        var package = map.RequiredString("package");
        if (package.Length > 0)
        {
            CheckPattern(map, package);
        }

        var versions = map.ListOfStrings("versions");
        foreach (var wrong in versions.Where(version => VersionRange.Read(version) is null))
        {
            map.Fault("versions", $"'{wrong}' is no version; expected {VersionRange.Expected}");
        }

        return new NamedVersions(package, versions, map.OptionalString("reason"));
    }

    private static void CheckPattern(MappingReader map, string pattern)
    {
        try
        {
            GroupPatternReader.Read(pattern);
        }
        catch (ApiException e)
        {
            map.Fault("package", e.Message.Replace("packageGroup is ", "is ", StringComparison.Ordinal).TrimEnd('.'));
        }
    }

    private static RetentionRule Retention(MappingReader map, bool isWhole)
    {
        var (newest, days) = (map.OptionalInt("newest", 1, MostVersions), map.OptionalInt("days", 0, MostDays));
        if (newest is null && days is null)
        {
            map.Fault("expected newest, days or both");
        }

        return new RetentionRule(newest, days, isWhole ? map.OptionalMapping("prereleases", prereleases => Retention(prereleases, isWhole: false)) : null);
    }

    private static DateTimeOffset? Moment(MappingReader map, string name)
    {
        if (map.OptionalString(name) is not { } text)
        {
            return null;
        }

        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time))
        {
            map.Fault(name, $"'{text}' is no time; expected one by ISO 8601, such as 2026-11-01T00:00:00Z");
        }

        return time;
    }
}
