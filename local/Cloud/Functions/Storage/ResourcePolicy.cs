using System.Collections.Immutable;

namespace Sluice.Local.Cloud.Functions.Storage;

/// <summary>The permissions of a function, a version or an alias.</summary>
internal sealed record ResourcePolicy(ImmutableList<PolicyStatement> Statements, string RevisionId)
{
    public PolicyStatement? Find(string statementId) => Statements.Find(statement => statement.StatementId == statementId);
}
