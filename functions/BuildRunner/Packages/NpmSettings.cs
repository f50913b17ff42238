namespace Sluice.BuildRunner.Packages;

/// <summary>npm, pnpm and Yarn 1 read a user's <c>.npmrc</c>: this takes its place, with what is in it.</summary>
internal static class NpmSettings
{
    private const string Format = "npm";
    private const string UserConfig = "npm_config_userconfig";

    public static Dictionary<string, string> Write(PackageAccess access, PackageFolder folder, IReadOnlyDictionary<string, string> machine)
    {
        var registry = access.Of(Format);
        string[] only = access.IsWhole(Format) ? [$"registry={registry}"] : [];
        return new()
        {
            [UserConfig] = folder.Write("npmrc", [.. Known(machine), .. only, $"//{registry.Authority}{registry.AbsolutePath}:_authToken={access.Token}"]),
            ["CODEARTIFACT_NPM_URL"] = registry.ToString(),
        };
    }

    // Of two lines the last counts: ours come after them.
    private static string[] Known(IReadOnlyDictionary<string, string> machine)
    {
        var file = machine.GetValueOrDefault(UserConfig) ?? machine.GetValueOrDefault(UserConfig.ToUpperInvariant()) ?? (machine.GetValueOrDefault("HOME") is { } home ? Path.Combine(home, ".npmrc") : null);
        return File.Exists(file) ? File.ReadAllLines(file) : [];
    }
}
