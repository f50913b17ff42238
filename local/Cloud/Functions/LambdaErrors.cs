using Microsoft.AspNetCore.Http;
using Sluice.Local.StateMachines.Tasks;

namespace Sluice.Local.Cloud.Functions;

/// <summary>Lambda's errors as a machine sees them.</summary>
internal static class LambdaErrors
{
    private const string Prefix = "Lambda.";

    public const string Invalid = "Lambda.InvalidParameterValueException";

    /// <summary>An error's simple name, as clients see it.</summary>
    public static string NameOf(TaskFailedException refusal) => refusal.Error.StartsWith(Prefix, StringComparison.Ordinal) ? refusal.Error[Prefix.Length..] : refusal.Error;

    /// <summary>The HTTP status of an error by its simple name.</summary>
    public static int StatusOf(string error) => error switch
    {
        "AccessDeniedException" => StatusCodes.Status403Forbidden,
        "ResourceNotFoundException" => StatusCodes.Status404NotFound,
        "ResourceConflictException" => StatusCodes.Status409Conflict,
        "PreconditionFailedException" => StatusCodes.Status412PreconditionFailed,
        "RequestEntityTooLargeException" or "RequestTooLargeException" => StatusCodes.Status413PayloadTooLarge,
        "ServiceException" => StatusCodes.Status500InternalServerError,
        "TooManyRequestsException" => StatusCodes.Status429TooManyRequests,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>What Lambda answers to a path of its own that is asked for by another method than its.</summary>
    public static TaskFailedException NotAnOperation() => new("Lambda.AccessDeniedException", "Unable to determine service/operation name to be authorized");

    public static TaskFailedException NotFound(string arn) => new("Lambda.ResourceNotFoundException", $"Function not found: {arn}");

    public static TaskFailedException AliasNotFound(string arn) => new("Lambda.ResourceNotFoundException", $"Cannot find alias arn: {arn}");

    public static TaskFailedException NoEventConfig(string arn) => new("Lambda.ResourceNotFoundException", $"The function {arn} doesn't have an EventInvokeConfig");

    public static TaskFailedException VersionInUse(IEnumerable<string> aliases) => new(
        "Lambda.ResourceConflictException", $"Unable to delete version because the following aliases reference it: [{string.Join(", ", aliases)}]");

    public static TaskFailedException Exists(string what) => new("Lambda.ResourceConflictException", $"{what} already exists");

    public static TaskFailedException UpdateInProgress(string arn) => new(
        "Lambda.ResourceConflictException",
        $"The operation cannot be performed at this time. An update is in progress for resource: {arn}");

    public static TaskFailedException NotActive(string arn, VersionState state, string? reason) => new(
        "Lambda.ResourceConflictException",
        $"The operation cannot be performed at this time. The function {arn} is currently in the following state: {state}{(reason is null ? "" : $" ({reason})")}");

    public static TaskFailedException StaleRevision() => new(
        "Lambda.PreconditionFailedException",
        "The RevisionId provided does not match the latest RevisionId. Call the GetFunction/GetAlias API to retrieve the latest RevisionId");

    public static TaskFailedException InvalidParameter(string message) => new(Invalid, message);

    /// <param name="member">In camel case, as the service has it.</param>
    public static TaskFailedException Validation(string member, string value, string constraint) => Validation([Broken(member, value, constraint)]);

    /// <summary>All that is wrong with a request, of <see cref="Broken"/>.</summary>
    public static TaskFailedException Validation(IReadOnlyCollection<string> broken) => new(
        "Lambda.ValidationException", $"{broken.Count} validation error{(broken.Count == 1 ? "" : "s")} detected: {string.Join("; ", broken)}");

    /// <param name="member">In camel case, as the service has it.</param>
    /// <param name="value">Null if it is missing.</param>
    public static string Broken(string member, string? value, string constraint) =>
        $"Value {(value is null ? "null" : $"'{value}'")} at '{member}' failed to satisfy constraint: {constraint}";

    public static TaskFailedException NoUrlFunction() => new("Lambda.ResourceNotFoundException", "Function does not exist");

    public static TaskFailedException NoResource() => new("Lambda.ResourceNotFoundException", "The resource you requested does not exist.");

    public static TaskFailedException StatementExists(string statementId) => new(
        "Lambda.ResourceConflictException", $"The statement id ({statementId}) provided already exists. Please provide a new statement id, or remove the existing statement.");

    public static TaskFailedException NoStatement(string statementId) => new("Lambda.ResourceNotFoundException", $"Statement {statementId} is not found in resource policy.");

    public static TaskFailedException PolicyTooLong(int size, int limit) => new("Lambda.PolicyLengthExceededException", $"The final policy size ({size}) is bigger than the limit ({limit}).");

    public static TaskFailedException UrlExists(string arn) => new(
        "Lambda.ResourceConflictException", $"Failed to create function url config for [functionArn = {arn}]. Error message:  FunctionUrlConfig exists for this Lambda function");

    /// <summary>The processes were ended with the suite: that says nothing about the function, and the next run calls again.</summary>
    public static TaskFailedException Stopping() => new("Lambda.ServiceException", "The suite is stopping.");

    public static TaskFailedException TooManyRequests() => new("Lambda.TooManyRequestsException", "Rate Exceeded.");

    public static TaskFailedException RequestTooLarge(int length, InvocationType type, int limit) => new(
        "Lambda.RequestTooLargeException", $"{length} byte payload is too large for the {type} invocation type (limit {limit} bytes)");

    public static TaskFailedException InvalidRequestContent(string message) => new("Lambda.InvalidRequestContentException", message);

    /// <summary>A function that is none of this account's: nobody has said that it may be called from here.</summary>
    public static TaskFailedException OtherAccount(string arn) => new(
        "Lambda.AccessDeniedException", $"The caller is not authorized to perform: lambda:InvokeFunction on resource: {arn} because no resource-based policy allows the lambda:InvokeFunction action");

    public static TaskFailedException OtherRegion(string region, string own) => new(
        "Lambda.ResourceNotFoundException", $"Functions from '{region}' are not reachable in this region ('{own}')");
}
