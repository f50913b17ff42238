namespace Sluice.Builds.ControlPlane.Projects;

/// <summary>Where git repositories may be: URLs, and paths on one machine.</summary>
internal static class GitLocations
{
    private const string Expected = "expected https://HOST/PATH.git or an absolute path";

    /// <summary>What is wrong with it; null if nothing is.</summary>
    public static string? Fault(string location)
    {
        if (location.StartsWith('/'))
        {
            return null;
        }

        if (!Uri.TryCreate(location, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http" or "file"))
        {
            return $"{Expected}, not '{location}'";
        }

        // It would be shown to everyone who may read the project.
        return url.UserInfo.Contains(':', StringComparison.Ordinal) ? "it has a password in it, which everyone could read who may read projects; import it by ImportSourceCredentials" : null;
    }
}
