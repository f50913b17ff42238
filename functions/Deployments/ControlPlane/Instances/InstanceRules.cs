using System.Text.RegularExpressions;
using Sluice.Deployments.ControlPlane.Groups.Rules;
using Sluice.Platform.Api;
using Sluice.Platform.Protocol;

namespace Sluice.Deployments.ControlPlane.Instances;

/// <summary>What requests about on-premises instances must keep to.</summary>
internal static partial class InstanceRules
{
    public const int MostAtOnce = 100;
    public const int MostTags = 10;
    private const string InvalidName = "InvalidInstanceNameException";

    /// <summary>A name that can be given to an instance.</summary>
    public static RequestFaults CheckName(string name)
    {
        var faults = new RequestFaults();
        faults.Require(NameForm().IsMatch(name), InvalidName, $"instanceName: 1 to 100 letters, digits and .-_+=,@ were expected, not '{name}'");
        faults.Require(
            !name.StartsWith("i-", StringComparison.Ordinal), InvalidName, $"instanceName: '{name}' begins with 'i-', which is for EC2 instances");
        return faults;
    }

    /// <summary>Exactly one identity.</summary>
    public static RequestFaults CheckIdentity(string? userArn, string? sessionArn)
    {
        var faults = new RequestFaults();
        faults.Require(userArn is not null || sessionArn is not null, "IamArnRequiredException", "iamUserArn or iamSessionArn: one of them is required");
        faults.Require(userArn is null || sessionArn is null, "MultipleIamArnsProvidedException", "iamUserArn, iamSessionArn: one of them was expected, not both");
        faults.Require(
            userArn is null || UserForm().IsMatch(userArn),
            "InvalidIamUserArnException",
            $"iamUserArn: an ARN such as arn:aws:iam::123456789012:user/host was expected, not '{userArn}'");
        faults.Require(
            sessionArn is null || SessionForm().IsMatch(sessionArn),
            "InvalidIamSessionArnException",
            $"iamSessionArn: an ARN such as arn:aws:sts::123456789012:assumed-role/role/host was expected, not '{sessionArn}'");
        return faults;
    }

    public static RequestFaults CheckFilters(IReadOnlyList<TagFilter> filters)
    {
        var faults = new RequestFaults();
        faults.Add("InvalidTagFilterException", filters.SelectMany((filter, index) => TagFilterRules.Faults($"tagFilters[{index}]", filter)));
        return faults;
    }

    /// <summary>The instances that a change of tags is for, each once.</summary>
    /// <exception cref="ApiException">There are none, or too many, or one cannot be a name.</exception>
    public static IReadOnlyList<string> CheckBatch(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            throw new ApiException("InstanceNameRequiredException", "instanceNames: at least one was expected.");
        }

        if (names.Count > MostAtOnce)
        {
            throw InstanceErrors.TooMany(names.Count);
        }

        var faults = new RequestFaults();
        names.Select(CheckName).ToList().ForEach(faults.Add);
        faults.Throw();
        return [.. names.Distinct()];
    }

    [GeneratedRegex("^[A-Za-z0-9._+=,@-]{1,100}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();

    [GeneratedRegex("^arn:aws[a-z-]*:iam::([0-9]{12})?:user/[\\x21-\\x7E]{1,576}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex UserForm();

    [GeneratedRegex("^arn:aws[a-z-]*:sts::([0-9]{12})?:assumed-role/[A-Za-z0-9_+=,.@-]{1,64}/[A-Za-z0-9_+=,.@-]{1,64}\\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SessionForm();
}
