namespace Sluice.Packages.Rules;

/// <summary>Why a version is not given.</summary>
/// <param name="Rule">Which kind of rule withholds it.</param>
/// <param name="Owner">Whose rule it is, e.g. <c>the repository 'main'</c>.</param>
/// <param name="Reason">In a part of a sentence.</param>
/// <param name="Until">From when on it is given; null if that is not by time.</param>
internal sealed record Withholding(WithheldBy Rule, string Owner, string Reason, DateTimeOffset? Until = null)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Reason}{(Until is { } until ? $". It is given from {RuleTimes.Written(until)} on" : "")}";
}
