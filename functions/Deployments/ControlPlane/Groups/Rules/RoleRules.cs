using System.Text.RegularExpressions;
using Sluice.Platform.Api;

namespace Sluice.Deployments.ControlPlane.Groups.Rules;

/// <summary>The service role. It must be said, as in CodeDeploy; what it may do is checked nowhere, since machines act in their own role.</summary>
internal static partial class RoleRules
{
    public static void Check(string? arn, RequestFaults faults)
    {
        if (arn is null)
        {
            faults.Add("RoleRequiredException", "serviceRoleArn: is required");
        }
        else if (!RoleForm().IsMatch(arn))
        {
            faults.Add("InvalidRoleException", $"serviceRoleArn: an ARN such as arn:aws:iam::123456789012:role/CodeDeployRole was expected, not '{arn}'");
        }
    }

    [GeneratedRegex("^arn:aws[a-z-]*:iam::([0-9]{12})?:role/\\S+\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RoleForm();
}
