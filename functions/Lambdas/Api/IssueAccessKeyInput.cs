namespace Sluice.Lambdas.Api;

/// <summary>The key that is wanted.</summary>
/// <param name="Role"><c>admin</c>, <c>deployer</c>, <c>builder</c>, <c>approver</c>, <c>publisher</c> or <c>reader</c>.</param>
/// <param name="Name">Who or what is to hold it.</param>
public sealed record IssueAccessKeyInput(string Role, string? Name);
