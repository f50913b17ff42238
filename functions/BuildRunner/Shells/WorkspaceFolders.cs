namespace Sluice.BuildRunner.Shells;

/// <summary>The folders of a build.</summary>
/// <param name="Root">That all others are in.</param>
/// <param name="Sources">The primary source's, then those of the secondary ones.</param>
/// <param name="Control">For our own files, which commands read at most.</param>
/// <param name="Shared">For what the commands' shells write to us, in <paramref name="Control"/>. Nothing in it is believed: commands can write there as well.</param>
internal sealed record WorkspaceFolders(string Root, IReadOnlyList<string> Sources, string Control, string Shared)
{
    public string Source => Sources[0];
}
