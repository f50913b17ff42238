namespace Sluice.BuildRunner.Packages;

/// <summary>Has the clients of package managers use a repository. What a project's own files say goes before it, as they do before the settings of a user.</summary>
internal static class PackageClients
{
    /// <summary>Writes the clients' settings.</summary>
    /// <param name="access">The repository.</param>
    /// <param name="folder">For their files.</param>
    /// <param name="machine">The variables of the machine that the commands run on; none for a container's.</param>
    /// <returns>The variables by which they find them.</returns>
    public static IReadOnlyDictionary<string, string> Configure(PackageAccess access, PackageFolder folder, IReadOnlyDictionary<string, string> machine) => new[]
    {
        // These are the names of CodeArtifact's documentation, so that scripts and settings written for it work.
        new Dictionary<string, string> { ["CODEARTIFACT_AUTH_TOKEN"] = access.Token, ["CODEARTIFACT_DOMAIN"] = access.Domain, ["CODEARTIFACT_REPOSITORY"] = access.Repository },
        NpmSettings.Write(access, folder, machine),
        NuGetSettings.Write(access, folder),
        PythonSettings.Of(access),
        MavenSettings.Write(access, folder, machine),
        CargoSettings.Of(access),
        RubySettings.Write(access, folder),
    }.SelectMany(variables => variables).ToDictionary(StringComparer.Ordinal);
}
