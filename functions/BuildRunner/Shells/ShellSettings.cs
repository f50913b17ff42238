namespace Sluice.BuildRunner.Shells;

/// <summary>How a build's shell is started.</summary>
/// <param name="Program">bash or sh.</param>
/// <param name="Folders">Where commands begin, and where our own files are.</param>
/// <param name="Place">Where it runs.</param>
/// <param name="Home">The folder of the user that this program is.</param>
internal sealed record ShellSettings(string Program, WorkspaceFolders Folders, ICommandPlace Place, string Home)
{
    public bool IsBash => IsBashOf(Program);

    /// <summary>The arguments of a shell that nothing of its user's changes, as none of the others is.</summary>
    public static IReadOnlyList<string> Quiet(string program) => IsBashOf(program) ? ["--noprofile", "--norc"] : [];

    /// <summary>The same for one that somebody sits at.</summary>
    public static IReadOnlyList<string> Interactive(string program) => [.. Quiet(program), "-i"];

    private static bool IsBashOf(string program) => Path.GetFileName(program) == "bash";
}
