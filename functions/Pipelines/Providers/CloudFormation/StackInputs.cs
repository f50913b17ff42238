using System.Text.Json.Nodes;

namespace Sluice.Pipelines.Providers.CloudFormation;

/// <summary>What CloudFormation is handed for a stack.</summary>
/// <param name="Template"><c>TemplateBody</c>, or <c>TemplateURL</c> of one that is too long for a call.</param>
/// <param name="Parameters">As CloudFormation lists them.</param>
/// <param name="Tags">Likewise; null leaves those that the stack has.</param>
/// <param name="StackPolicy">The policy's document; null leaves the one that the stack has.</param>
internal sealed record StackInputs(KeyValuePair<string, string> Template, JsonArray Parameters, JsonArray? Tags, string? StackPolicy);
