namespace Sluice.Pipelines.Model;

/// <summary>The commit that a run releases of one source.</summary>
/// <param name="ActionName">The source action.</param>
/// <param name="Repository">Where it is; never with credentials.</param>
/// <param name="Branch">The branch whose head it was.</param>
/// <param name="RevisionId">40 hexadecimal digits.</param>
public sealed record SourceCommit(string ActionName, string Repository, string Branch, string RevisionId);
