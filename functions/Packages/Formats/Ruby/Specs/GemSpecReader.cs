using System.Globalization;
using System.Text;
using Sluice.Packages.Formats.Ruby.Names;

namespace Sluice.Packages.Formats.Ruby.Specs;

/// <summary>Reads a gem's specification, and notes down all that is wrong with it.</summary>
internal sealed class GemSpecReader
{
    /// <summary>How many bytes it may have.</summary>
    public const int Most = 16 * 1024 * 1024;

    private const int LongestShown = 100;
    private const int MostDependencies = 500;
    private const int LongestDependencies = 100_000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly List<string> _faults = [];

    private GemSpecReader()
    {
    }

    /// <exception cref="InvalidDataException">It is none; the message follows its name.</exception>
    public static GemSpec Read(ReadOnlySpan<byte> bytes)
    {
        var root = GemYaml.Read(Decoded(bytes)) as Dictionary<string, object?> ?? throw new InvalidDataException("is no specification: a map is expected");
        var reader = new GemSpecReader();
        var spec = reader.Whole(root);
        return reader._faults.Count == 0 ? spec : throw new InvalidDataException($"is refused. {string.Join(". ", reader._faults)}");
    }

    private GemSpec Whole(Dictionary<string, object?> root)
    {
        var (name, version, platform) = (Text(root, "name"), Version(root.GetValueOrDefault("version")), Platform(root));
        Require(name is not null && GemName.IsValid(name), $"name: {GemName.Expected} are expected, not '{Shown(name)}'");
        Require(version is not null && GemNumber.Read(version) is not null, $"version: {GemNumber.Expected} are expected, not '{Shown(version)}'");
        Require(GemPlatform.IsValid(platform), $"platform: {GemPlatform.Expected} are expected, not '{Shown(platform)}'");
        return new GemSpec(new GemFile(name ?? "", version ?? "", platform))
        {
            Summary = Text(root, "summary"),
            Description = Text(root, "description"),
            HomePage = Text(root, "homepage"),
            Authors = Texts(root.GetValueOrDefault("authors")),
            Emails = Texts(root.GetValueOrDefault("email")),
            Licenses = Texts(root.GetValueOrDefault("licenses")),
            Dependencies = Dependencies(root),
            Metadata = (root.GetValueOrDefault("metadata") as Dictionary<string, object?> ?? []).Where(one => one.Value is string).ToDictionary(one => one.Key, one => (string)one.Value!, StringComparer.Ordinal),
            RubyVersion = Requirement(root, "required_ruby_version", "required_ruby_version"),
            RubyGemsVersion = Requirement(root, "required_rubygems_version", "required_rubygems_version"),
            MadeBy = Text(root, "rubygems_version") ?? "0",
            Date = Text(root, "date") is { Length: >= 10 } date && DateOnly.TryParseExact(date[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : new DateOnly(1970, 1, 1),
        };
    }

    private List<GemDependency> Dependencies(Dictionary<string, object?> root)
    {
        var all = new List<GemDependency>();
        foreach (var node in (root.GetValueOrDefault("dependencies") as List<object?> ?? []).Take(MostDependencies + 1))
        {
            var place = $"dependencies[{all.Count}]";
            var map = node as Dictionary<string, object?> ?? [];
            var (name, type) = (Text(map, "name") ?? "", Text(map, "type") ?? ":runtime");
            Require(GemName.IsValid(name), $"{place}.name: {GemName.Expected} are expected, not '{Shown(name)}'");
            Require(type is ":runtime" or ":development" or "runtime" or "development", $"{place}.type: :runtime or :development is expected, not '{Shown(type)}'");
            all.Add(new GemDependency(name, Requirement(map, map.ContainsKey("requirement") ? "requirement" : "version_requirements", $"{place}.requirement"), type.EndsWith("runtime", StringComparison.Ordinal)));
        }

        Require(all.Count <= MostDependencies && all.Sum(need => need.Name.Length + need.Requirement.Indexed.Length) <= LongestDependencies, $"dependencies: {MostDependencies} at most are expected, of {LongestDependencies} characters in all");
        return all;
    }

    private GemRequirement Requirement(Dictionary<string, object?> map, string name, string place)
    {
        if (map.GetValueOrDefault(name) is not Dictionary<string, object?> requirement || requirement.GetValueOrDefault("requirements") is not List<object?> list)
        {
            return GemRequirement.Any;
        }

        var parts = list.OfType<List<object?>>().Where(part => part.Count == 2).Select(part => (Sign: part[0] as string ?? "", Version: Version(part[1]) ?? "")).ToList();
        Require(parts.Count == list.Count && parts.TrueForAll(part => GemRequirement.IsPart(part.Sign, part.Version)), $"{place}: requirements such as >= 1.2 are expected, not '{Shown(string.Join(", ", parts.Select(part => $"{part.Sign} {part.Version}")))}'");
        return parts.Count > 0 ? new GemRequirement(parts) : GemRequirement.Any;
    }

    private void Require(bool isSo, string fault)
    {
        if (!isSo)
        {
            _faults.Add(fault);
        }
    }

    /// <summary>Older ones tell it as an object.</summary>
    private static string Platform(Dictionary<string, object?> root) => root.GetValueOrDefault("platform") switch
    {
        string text => text,
        Dictionary<string, object?> map => string.Join('-', new[] { "cpu", "os", "version" }.Select(name => Text(map, name)).OfType<string>()),
        _ => GemPlatform.Ruby,
    };

    private static string? Version(object? node) => node as string ?? (node is Dictionary<string, object?> map ? Text(map, "version") : null);

    private static string? Text(Dictionary<string, object?> map, string name) => map.GetValueOrDefault(name) is string { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Texts(object? node) => node switch
    {
        string text => [text],
        List<object?> list => [.. list.OfType<string>()],
        _ => [],
    };

    private static string Shown(string? text) => text is null ? "" : new([.. text.Take(LongestShown).Select(character => char.IsControl(character) ? '?' : character)]);

    private static string Decoded(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDataException("is not in UTF-8", e);
        }
    }
}
