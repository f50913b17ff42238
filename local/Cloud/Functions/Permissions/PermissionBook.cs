using Sluice.Local.Cloud.Functions.Storage;
using Sluice.Platform.Ids;

namespace Sluice.Local.Cloud.Functions.Permissions;

/// <summary>Functions' permissions. They are kept and shown: there is nobody on this machine whom they could let in, or keep out.</summary>
internal sealed class PermissionBook(FunctionStore store, CloudIdentity identity, IIds ids)
{
    // https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private const int LongestPolicy = 20 * 1024;

    /// <returns>The statement, in JSON.</returns>
    public string Add(FunctionReference reference, PolicyStatement statement, string? revisionId)
    {
        PermissionRules.Check(statement);
        Change(reference, revisionId, policy => policy?.Find(statement.StatementId) is null
            ? new ResourcePolicy([.. policy?.Statements ?? [], statement], ids.Uuid())
            : throw LambdaErrors.StatementExists(statement.StatementId));
        return PolicyDocument.Statement(statement, Arn(reference)).ToJsonString(AwsJson.Options);
    }

    public void Remove(FunctionReference reference, string statementId, string? revisionId) => Change(reference, revisionId, policy => policy?.Find(statementId) is { } statement
        ? new ResourcePolicy(policy.Statements.Remove(statement), ids.Uuid())
        : throw LambdaErrors.NoStatement(statementId));

    public (string Policy, string RevisionId) Get(FunctionReference reference) =>
        store.Get(reference.Name).Policies?.GetValueOrDefault(reference.Target) is { } policy ? (PolicyDocument.Of(policy, Arn(reference)), policy.RevisionId) : throw LambdaErrors.NoResource();

    private void Change(FunctionReference reference, string? revisionId, Func<ResourcePolicy?, ResourcePolicy> change) => store.Change(reference.Name, function =>
    {
        CheckTarget(function, reference);
        var before = function.Policies?.GetValueOrDefault(reference.Target);
        if (revisionId is not null && revisionId != before?.RevisionId)
        {
            throw LambdaErrors.StaleRevision();
        }

        var policy = change(before);
        return PolicyDocument.Of(policy, Arn(reference)).Length is > LongestPolicy and var length
            ? throw LambdaErrors.PolicyTooLong(length, LongestPolicy)
            : function.WithPolicy(reference.Target, policy);
    });

    private void CheckTarget(FunctionRecord function, FunctionReference reference)
    {
        if (reference.Qualifier == FunctionVersion.Latest)
        {
            throw LambdaErrors.InvalidParameter("We currently do not support adding policies for $LATEST.");
        }

        if (!function.Aliases.ContainsKey(reference.Target) && function.Find(reference.Target) is null)
        {
            throw LambdaErrors.NotFound(Arn(reference));
        }
    }

    private string Arn(FunctionReference reference) => identity.FunctionArn(reference.Name, reference.Qualifier);
}
