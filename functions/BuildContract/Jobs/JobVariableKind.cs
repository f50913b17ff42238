namespace Sluice.BuildContract.Jobs;

/// <summary>Where a variable's value comes from.</summary>
public enum JobVariableKind
{
    /// <summary>It is given.</summary>
    Plaintext,

    /// <summary>The value names a parameter of Systems Manager.</summary>
    ParameterStore,

    /// <summary>The value is <c>secret-id[:json-key[:version-stage[:version-id]]]</c> of Secrets Manager.</summary>
    SecretsManager,
}
