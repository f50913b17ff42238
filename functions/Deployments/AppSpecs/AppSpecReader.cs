using System.Text;
using System.Text.Json;
using Sluice.Deployments.Analysis.Reading;
using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>
/// Reads an appspec whole, in YAML or JSON; member names match in any case, as CodeDeploy's own examples write them both ways. What it may be of is the platforms' to say.
/// </summary>
public sealed class AppSpecReader
{
    private readonly ResourceReader _resources;
    private readonly IReadOnlyList<IAppSpecResource> _types;
    private readonly IReadOnlyList<IAppSpecRoot> _others;

    internal AppSpecReader(IEnumerable<IAppSpecResource> types, IEnumerable<IAppSpecRoot> others)
    {
        _types = [.. types];
        _others = [.. others];
        _resources = new ResourceReader(_types);
    }

    /// <param name="file">Its name: JSON if it ends so.</param>
    /// <param name="content">Its bytes.</param>
    /// <param name="releasesVersion">Whether there is nothing to publish, so that a Lambda appspec must name the target version.</param>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    internal AppSpec Read(string file, ReadOnlySpan<byte> content, bool releasesVersion = false) =>
        DocumentReader.Read(file, content, root => Root(root, releasesVersion), ignoreCase: true)!;

    /// <summary>Reads it as far as it can be read.</summary>
    internal ExaminedDocument<AppSpec> Examine(string file, ReadOnlySpan<byte> content, bool releasesVersion = false) =>
        DocumentReader.Examine<AppSpec>(file, content, root => Root(root, releasesVersion), ignoreCase: true);

    /// <summary>An appspec that is part of a request and has no name: JSON if it is JSON, else YAML.</summary>
    /// <exception cref="InvalidDocumentException">All the faults found.</exception>
    internal AppSpec ReadInline(string content, bool releasesVersion = false) =>
        DocumentReader.Read(IsJson(content) ? "appspec.json" : "appspec.yaml", content, root => Root(root, releasesVersion), ignoreCase: true)!;

    // Null only with a fault, so that no reader's caller sees it.
    private AppSpec? Root(MappingReader root, bool releasesVersion)
    {
        Version(root);
        if (!root.Has("Resources") && _others.FirstOrDefault(other => other.OwnMembers.Any(root.Has)) is { } other)
        {
            return other.Read(root);
        }

        var resources = root.Required("Resources", "a list with one resource") ? root.ListOfMappings("Resources", resource => _resources.Read(resource, releasesVersion)) : [];
        if (resources.Count != 1 && root.Has("Resources"))
        {
            root.Fault("Resources", $"one resource was expected, not {resources.Count}: a deployment moves the traffic of one, so ship several as several deployments");
        }

        var spec = resources.OfType<AppSpec>().FirstOrDefault();
        var hooks = new HookReader(_types, spec?.Resource).Read(root);
        var strategy = StrategyReader.Read(root);
        // Where it is not told what the resource is, the block's form is held to the first type's, so that its faults are told beside that.
        var analysis = root.OptionalMapping("Analysis", block => AnalysisBlock.Read(block, (spec?.Resource ?? _types[0]).Metrics));
        return spec is null ? null : spec with { Hooks = hooks, Strategy = strategy, Analysis = analysis };
    }

    private static void Version(MappingReader root)
    {
        if (root.RequiredString("version") is { Length: > 0 } version && version is not ("0.0" or "0"))
        {
            root.Fault("version", $"0.0 was expected, not '{version}'");
        }
    }

    private static bool IsJson(string content)
    {
        try
        {
            using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(content));
            return true;
        }
        catch (JsonException)
        {
            return false; // Its faults are told as those of YAML, of which JSON is a part.
        }
    }
}
