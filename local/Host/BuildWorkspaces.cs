using System.Security.Cryptography;
using System.Text;
using Sluice.Local.Host.Data;
using Sluice.Platform.Files;

namespace Sluice.Local.Host;

/// <summary>
/// Where builds have their folders, each with a random name: below the data folder, or, where something above that would reach into builds, in a folder of the data folder's own below the user's cache. It is
/// this user's alone, and what a build that was ended left there can be thrown away.
/// </summary>
/// <param name="Folder">The folder of all builds of a data folder.</param>
/// <param name="Warning">What speaks against it all the same; null if nothing does.</param>
internal sealed record BuildWorkspaces(string Folder, string? Warning)
{
    public static BuildWorkspaces Of(DataFolder data, IReadOnlyDictionary<string, string> environment)
    {
        var inData = data.At("builds");
        if (Surroundings.FaultOf(Ancestor.Of(data.Path)) is not { } fault)
        {
            return new BuildWorkspaces(inData, Warning: null);
        }

        return InCache(data, environment) is { } inCache && Surroundings.FaultOf(Ancestor.Of(inCache)) is null
            ? new BuildWorkspaces(inCache, Warning: null)
            : new BuildWorkspaces(inData, $"Builds run below {inData}, though {fault}. There is no better place below the user's cache folder either.");
    }

    /// <summary>Empties it or makes it. Only while no build runs.</summary>
    public void Open()
    {
        Clear();
        PrivateFolder.Keep(Folder, "The folder of the builds");
    }

    /// <summary>Only while no build runs. What cannot be thrown away now is left for the next time.</summary>
    public void Clear() => _ = LeftFolder.Remove(Folder);

    private static string? InCache(DataFolder data, IReadOnlyDictionary<string, string> environment)
    {
        try
        {
            return Cache(environment) is { } cache ? Path.Combine(PrivateFolder.Keep(Path.Combine(cache, "sluice"), "The cache folder"), $"builds-{HashOf(data.Path)}") : null;
        }
        catch (UsageException)
        {
            // It is not ours, or cannot be made.
            return null;
        }
    }

    private static string? Cache(IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault("XDG_CACHE_HOME") is { Length: > 0 } cache && Path.IsPathFullyQualified(cache) ? cache
        : environment.GetValueOrDefault("HOME") is { Length: > 0 } home && Path.IsPathFullyQualified(home) ? Path.Combine(home, ".cache")
        : null;

    private static string HashOf(string path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(path)))[..12];
}
