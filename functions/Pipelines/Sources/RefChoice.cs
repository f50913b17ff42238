namespace Sluice.Pipelines.Sources;

/// <summary>The branch that is asked for, of those that there are.</summary>
internal static class RefChoice
{
    /// <exception cref="SourceUnavailableException">There is none.</exception>
    public static RefHead Of(RefAdvertisement refs, string? branch, string shown)
    {
        if (refs.Branches.Count == 0)
        {
            throw new SourceUnavailableException($"The repository '{shown}' is empty: it has no branch with a commit.");
        }

        var name = branch ?? refs.HeadBranch
            ?? throw new SourceUnavailableException($"The repository '{shown}' does not say which branch its HEAD is; name a branch.");
        return refs.Branches.TryGetValue(name, out var commit)
            ? new RefHead(name, commit)
            : throw new SourceUnavailableException(MissingBranch.Text(shown, name, refs.HeadBranch));
    }
}
