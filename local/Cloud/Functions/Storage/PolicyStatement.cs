namespace Sluice.Local.Cloud.Functions.Storage;

/// <summary>Who else may invoke a function, as AddPermission has it.</summary>
/// <param name="Principal">A service, an account, an ARN, or <c>*</c>.</param>
internal sealed record PolicyStatement(
    string StatementId,
    string Action,
    string Principal,
    string? SourceArn,
    string? SourceAccount,
    string? EventSourceToken,
    string? PrincipalOrgID,
    string? FunctionUrlAuthType,
    bool? InvokedViaFunctionUrl);
