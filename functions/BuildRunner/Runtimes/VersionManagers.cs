namespace Sluice.BuildRunner.Runtimes;

/// <summary>Where the usual version managers keep what they installed. Each names its folders by the version.</summary>
internal sealed class VersionManagers(IReadOnlyDictionary<string, string> machine)
{
    private string Home => machine.GetValueOrDefault("HOME", "/root");

    public IEnumerable<Toolchain> Of(string runtime) => runtime switch
    {
        "nodejs" => [.. Versions(Path.Combine(Root("NVM_DIR", ".nvm"), "versions/node")), .. Shared("node", "nodejs")],
        "python" => [.. Versions(Path.Combine(Root("PYENV_ROOT", ".pyenv"), "versions")), .. Shared("python")],
        "ruby" => [.. Versions(Path.Combine(Root("RBENV_ROOT", ".rbenv"), "versions")), .. Shared("ruby")],
        "golang" => [.. Versions(Path.Combine(Root("GOENV_ROOT", ".goenv"), "versions"), "GOROOT"), .. Shared("go", "golang"), .. Versions("/usr/local/go-versions", "GOROOT")],
        "php" => [.. Versions(Path.Combine(Root("PHPENV_ROOT", ".phpenv"), "versions")), .. Shared("php")],
        "java" => [.. Versions(Path.Combine(Root("SDKMAN_DIR", ".sdkman"), "candidates/java"), "JAVA_HOME"), .. Versions(Path.Combine(Home, ".jenv/versions"), "JAVA_HOME"), .. Versions("/usr/lib/jvm", "JAVA_HOME"), .. Shared("java")],
        "dotnet" => Sdks(),
        _ => [],
    };

    /// <summary>asdf and mise keep all tools in one way.</summary>
    private IEnumerable<Toolchain> Shared(params string[] names) =>
    [
        .. names.SelectMany(name => Versions(Path.Combine(Root("ASDF_DATA_DIR", ".asdf"), "installs", name))),
        .. names.SelectMany(name => Versions(Path.Combine(Root("MISE_DATA_DIR", ".local/share/mise"), "installs", name))),
    ];

    private string Root(string variable, string folder) => machine.GetValueOrDefault(variable) is { Length: > 0 } set ? set : Path.Combine(Home, folder);

    private static IEnumerable<Toolchain> Versions(string folder, string? variable = null) => Below(folder)
        .Where(found => Directory.Exists(Path.Combine(found, "bin")) && RuntimeVersion.Numbers(Path.GetFileName(found)).Count > 0)
        .Select(found => Toolchain.In(Path.GetFileName(found).TrimStart('v'), Path.Combine(found, "bin"), variable is null ? [] : [(variable, found)]));

    // dotnet itself picks among its SDKs; the newest of a range is told by a folder's name.
    private IEnumerable<Toolchain> Sdks()
    {
        var roots = new[] { machine.GetValueOrDefault("DOTNET_ROOT"), Path.Combine(Home, ".dotnet"), "/usr/share/dotnet", "/usr/lib/dotnet", "/usr/local/share/dotnet" }.OfType<string>().Distinct();
        return roots.SelectMany(root => Below(Path.Combine(root, "sdk")).Select(sdk => Toolchain.In(Path.GetFileName(sdk), root, ("DOTNET_ROOT", root))));
    }

    private static IEnumerable<string> Below(string folder) => Directory.Exists(folder) ? Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal) : [];
}
