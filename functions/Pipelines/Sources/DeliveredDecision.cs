using Sluice.Pipelines.Model;
using Sluice.Pipelines.Triggers;

namespace Sluice.Pipelines.Sources;

/// <summary>What becomes of a push that a git host tells of, by what was last taken up of its source.</summary>
internal static class DeliveredDecision
{
    /// <param name="state">What was last taken up; null if nothing was.</param>
    /// <param name="hasFilters">Whether the source's trigger has filters, so that each of its branches and tags is taken up by itself.</param>
    /// <param name="push">A branch's or tag's push that starts a run.</param>
    public static DeliveredStep Of(SourceState? state, bool hasFilters, RepositoryEvent push)
    {
        if (state?.CommitId is null || (hasFilters && state.Refs is null))
        {
            return DeliveredStep.Look;
        }

        var (name, before) = Named(push);
        var taken = hasFilters ? state.Refs!.GetValueOrDefault(name) : state.CommitId;
        return taken == push.Commit ? DeliveredStep.Nothing : taken == before ? DeliveredStep.Start : DeliveredStep.Look;
    }

    /// <summary>The ref as git names it, and where it stood.</summary>
    public static (string Name, string? Before) Named(RepositoryEvent push) => push switch
    {
        BranchPush branch => (RefNames.OfBranch(branch.Branch), branch.Before),
        TagPush tag => (RefNames.OfTag(tag.Tag), tag.Before),
        _ => throw new ArgumentException($"{push.GetType().Name} is no push.", nameof(push)),
    };
}
