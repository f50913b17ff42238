using Sluice.Builds.Tests.World;

namespace Sluice.Builds.Tests.Refusals;

/// <summary>A suite with something of everything that operations ask for.</summary>
internal static class RefusedWorld
{
    public static async Task<BuildsApi> CreateAsync()
    {
        var api = new BuildsApi();
        await api.CreateProjectAsync("web");
        await api.CreateProjectAsync("other");
        return api;
    }
}
