using System.Text.RegularExpressions;
using Sluice.Local.Cloud.Functions.Storage;

namespace Sluice.Local.Cloud.Functions.Permissions;

/// <summary>What Lambda's model demands of a permission; all that is wrong is told at once.</summary>
internal static partial class PermissionRules
{
    private const string UrlAction = "lambda:InvokeFunctionUrl";

    /// <exception cref="StateMachines.Tasks.TaskFailedException">It is none.</exception>
    public static void Check(PolicyStatement statement)
    {
        List<string> broken =
        [
            .. Fits("statementId", statement.StatementId, StatementForm(), "([a-zA-Z0-9-_]+)"),
            .. Fits("action", statement.Action, ActionForm(), "(lambda:[*]|lambda:[a-zA-Z]+|[*])"),
            .. Fits("principal", statement.Principal, PrincipalForm(), "[^\\s]+"),
            .. Fits("sourceArn", statement.SourceArn, ArnForm(), "arn:(aws[a-zA-Z0-9-]*):([a-zA-Z0-9\\-])+:([a-z]{2}(-gov)?-[a-z]+-\\d{1})?:(\\d{12})?:(.*)"),
            .. Fits("sourceAccount", statement.SourceAccount, AccountForm(), "\\d{12}"),
            .. statement.FunctionUrlAuthType is null or UrlSettings.Open or UrlSettings.Signed
                ? Array.Empty<string>()
                : [LambdaErrors.Broken("functionUrlAuthType", statement.FunctionUrlAuthType, $"Member must satisfy enum value set: [{UrlSettings.Open}, {UrlSettings.Signed}]")],
        ];
        if (broken.Count > 0)
        {
            throw LambdaErrors.Validation(broken);
        }

        if (statement.FunctionUrlAuthType is not null && statement.Action != UrlAction)
        {
            throw LambdaErrors.InvalidParameter($"FunctionUrlAuthType is only supported for {UrlAction} action");
        }
    }

    private static IEnumerable<string> Fits(string member, string? value, Regex form, string pattern) => value is null || form.IsMatch(value)
        ? []
        : [LambdaErrors.Broken(member, value, $"Member must satisfy regular expression pattern: {pattern}")];

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,100}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StatementForm();

    [GeneratedRegex(@"^(lambda:[*]|lambda:[a-zA-Z]+|[*])\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ActionForm();

    [GeneratedRegex(@"^\S+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PrincipalForm();

    [GeneratedRegex(@"^arn:aws[a-zA-Z0-9-]*:[a-zA-Z0-9-]+:([a-z]{2}(-gov)?-[a-z]+-\d)?:(\d{12})?:.*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ArnForm();

    [GeneratedRegex(@"^\d{12}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AccountForm();
}
