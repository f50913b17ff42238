using System.Collections.Frozen;

namespace Sluice.Deployments.Platforms;

/// <summary>The platforms that users can make applications, groups and configurations for. Each registers itself.</summary>
public sealed class ComputePlatforms
{
    private readonly FrozenDictionary<ComputePlatform, IComputePlatform> _byName;

    internal ComputePlatforms(IEnumerable<IComputePlatform> platforms)
    {
        All = [.. platforms];
        _byName = All.ToFrozenDictionary(platform => platform.Name);
    }

    /// <summary>What CodeDeploy takes a request for that names none.</summary>
    internal static ComputePlatform Unsaid => ComputePlatform.Server;

    /// <summary>In the order in which they are registered, which the ids of CodeDeploy's configurations follow.</summary>
    internal IReadOnlyList<IComputePlatform> All { get; }

    /// <summary>For people: those that shift traffic.</summary>
    internal string Shifting => string.Join(" and ", All.Where(platform => platform.Resource is not null).Select(platform => platform.Name));

    /// <exception cref="KeyNotFoundException">Nobody registered it.</exception>
    internal IComputePlatform Of(ComputePlatform name) => _byName[name];
}
