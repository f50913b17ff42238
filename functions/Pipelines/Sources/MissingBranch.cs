namespace Sluice.Pipelines.Sources;

/// <summary>What is said of a branch that is not there (any more), and what can be done about it.</summary>
internal static class MissingBranch
{
    public static string Text(string repository, string branch, string? head) =>
        $"The repository '{repository}' has no branch '{branch}'."
        + (head is null || head == branch ? "" : $" Its HEAD is '{head}': if the branch was renamed or deleted, name the one to release from now on (--branch {head}, or Branch in the pipeline's document).");
}
