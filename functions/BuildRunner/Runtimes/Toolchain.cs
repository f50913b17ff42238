namespace Sluice.BuildRunner.Runtimes;

/// <summary>A version of a tool that is installed.</summary>
/// <param name="Version">E.g. <c>18.19.1</c>.</param>
/// <param name="Folder">What goes first on the PATH; null if the tool is there already.</param>
/// <param name="Variables">What else says where it is.</param>
internal sealed record Toolchain(string Version, string? Folder, IReadOnlyDictionary<string, string> Variables)
{
    public static Toolchain In(string version, string folder, params (string Name, string Value)[] variables) => new(version, folder, variables.ToDictionary(variable => variable.Name, variable => variable.Value));
}
