using Sluice.Packages.Formats.Ruby.Names;
using Sluice.Packages.Formats.Ruby.Specs;
using Sluice.Packages.Model;

namespace Sluice.Packages.Formats.Ruby.Index;

/// <summary>What is kept of a gem with its asset, and how the index shows it. Pure.</summary>
internal static class GemFacts
{
    private const string Platform = "platform";
    private const string Needs = "needs";
    private const string RubyVersion = "ruby";
    private const string RubyGemsVersion = "rubygems";
    private const string Yanked = "yanked";

    public static Dictionary<string, string> Of(GemSpec spec)
    {
        var facts = new Dictionary<string, string> { [Platform] = spec.File.Platform, [Needs] = InfoLine.NeedsOf(spec.Dependencies) };
        foreach (var (name, requirement) in new[] { (RubyVersion, spec.RubyVersion), (RubyGemsVersion, spec.RubyGemsVersion) })
        {
            if (!requirement.IsAny)
            {
                facts[name] = requirement.Indexed;
            }
        }

        return facts;
    }

    /// <summary>Of a gem whose specification cannot be read, by what its registry says of it.</summary>
    public static Dictionary<string, string> Of(InfoLine line) => new() { [Platform] = line.File.Platform, [Needs] = line.Needs };

    public static InfoLine Line(string name, StoredVersion version, StoredAsset asset) => InfoLine.Of(
        new GemFile(name, version.Version, Fact(asset, Platform) ?? GemPlatform.Ruby), Fact(asset, Needs) ?? "", asset.Hashes.Sha256, Fact(asset, RubyVersion), Fact(asset, RubyGemsVersion));

    public static bool IsYanked(StoredAsset asset) => asset.Facts?.ContainsKey(Yanked) == true;

    /// <summary>With a mark that it is yanked, though its version is not; or without one.</summary>
    public static StoredAsset Marked(StoredAsset asset, bool yanked)
    {
        var facts = new Dictionary<string, string>(asset.Facts ?? new Dictionary<string, string>());
        facts.Remove(Yanked);
        if (yanked)
        {
            facts[Yanked] = "";
        }

        return asset with { Facts = facts };
    }

    private static string? Fact(StoredAsset asset, string name) => asset.Facts?.GetValueOrDefault(name);
}
