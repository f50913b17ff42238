namespace Sluice.Lambdas.Tests.Rights;

/// <summary>What a call needs of the role that makes it.</summary>
/// <param name="Action">E.g. <c>s3:GetObject</c>.</param>
/// <param name="Resource">An ARN; <c>*</c> where the action knows no resources.</param>
/// <param name="For">Who calls what.</param>
/// <param name="PassedTo">Of <c>iam:PassRole</c>: the service that gets the role.</param>
internal sealed record Right(string Action, string Resource, string For, string? PassedTo = null)
{
    public override string ToString() => $"{Action} on {Resource}{(PassedTo is null ? "" : $", passed to {PassedTo}")} ({For})";
}
