using System.Text.RegularExpressions;

namespace Sluice.Local.Cloud.LoadBalancers;

/// <summary>How load balancers and target groups may be called.</summary>
internal static partial class NameRules
{
    private const string Internal = "internal-";

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The name is none.</exception>
    public static string Checked(string? name, string of) => NameForm().IsMatch(name ?? "")
        ? name!
        : throw LoadBalancingErrors.Validation($"The {of} name '{name}' must be 1 to 32 letters, digits and '-', and must not begin or end with '-'");

    /// <exception cref="StateMachines.Tasks.TaskFailedException">The name is none of a load balancer.</exception>
    public static string OfLoadBalancer(string? name) => Checked(name, "load balancer").StartsWith(Internal, StringComparison.Ordinal)
        ? throw LoadBalancingErrors.Validation($"The load balancer name '{name}' cannot begin with the prefix '{Internal}'")
        : name!;

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameForm();
}
