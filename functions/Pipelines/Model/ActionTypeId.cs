namespace Sluice.Pipelines.Model;

/// <summary>Which kind of action this is, as CodePipeline names it.</summary>
/// <param name="Category">Source, Build or Deploy.</param>
/// <param name="Owner">AWS or Custom.</param>
/// <param name="Provider">Git, CodeBuild or Lambda.</param>
/// <param name="Version">Always "1".</param>
public sealed record ActionTypeId(string Category, string Owner, string Provider, string Version);
