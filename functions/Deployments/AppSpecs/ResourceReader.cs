using Sluice.Platform.Documents;

namespace Sluice.Deployments.AppSpecs;

/// <summary>Reads one of <c>Resources</c>: a logical name with a map of <c>Type</c> and <c>Properties</c>.</summary>
internal sealed class ResourceReader(IReadOnlyList<IAppSpecResource> types)
{
    private readonly string[] _names = [.. types.Select(type => type.Type)];

    /// <summary>Null if what it is does not become clear; that is a fault then.</summary>
    public AppSpec? Read(MappingReader resource, bool releasesVersion)
    {
        var names = resource.Names;
        if (names.Count != 1)
        {
            resource.Fault($"one logical name with a map of Type and Properties was expected, not {names.Count}");
        }

        return names.Count == 0 ? null : resource.RequiredMapping(names[0], typed => Typed(typed, releasesVersion));
    }

    private AppSpec? Typed(MappingReader typed, bool releasesVersion)
    {
        var said = typed.Required("Type", string.Join(" or ", _names)) ? typed.OptionalOneOf("Type", _names) : null;
        return (types.FirstOrDefault(type => type.Type == said) ?? Meant(typed)) is { } found
            ? typed.RequiredMapping("Properties", properties => found.Read(properties, releasesVersion))
            : null;
    }

    // By its properties, so that their faults are told beside that of the type.
    private IAppSpecResource? Meant(MappingReader typed) =>
        typed.Node("Properties") is MappingNode properties ? types.FirstOrDefault(type => type.OwnProperties.Any(name => Has(properties, name))) : null;

    private static bool Has(MappingNode map, string name) => map.Members.Any(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
