namespace Sluice.Pipelines.Sources.Packs;

/// <summary>What is to be fetched: commits alone, not what came before them.</summary>
/// <param name="Commits">Their ids.</param>
/// <param name="Filter">What is to be left out, if the server can; null for nothing.</param>
internal sealed record PackWish(IReadOnlyList<string> Commits, string? Filter)
{
    public PackLimits Limits => Filter is null ? PackLimits.Files : PackLimits.History;
}
