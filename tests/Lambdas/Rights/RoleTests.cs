namespace Sluice.Lambdas.Tests.Rights;

/// <summary>What the template lets the suite do in an account, and what the suite does: neither is more than the other.</summary>
public sealed class RoleTests
{
    private static readonly AccountTemplate Template = new();
    private static readonly Dictionary<string, IReadOnlyList<Right>> Needs = AccountNeeds.Of(Template);

    public static TheoryData<string> Roles => new(Needs.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Roles))]
    public void Every_call_is_allowed_by_the_role_that_makes_it(string role)
    {
        var allowed = Template.StatementsOf(role);
        Needs[role].Where(right => !allowed.Any(statement => statement.Allows(right))).Select(right => right.ToString()).Distinct().ShouldBeEmpty();
    }

    /// <summary>AWS's own policies are as they are.</summary>
    [Fact]
    public void No_role_may_do_what_nothing_does()
    {
        var written = from role in Needs.Keys
                      from statement in Template.StatementsOf(role)
                      where !AccountTemplate.IsOfAws(statement)
                      group (Statement: statement, Rights: Needs[role]) by statement.ToString();
        written.SelectMany(holders => Unused(holders.First().Statement, [.. holders.SelectMany(holder => holder.Rights)])).ShouldBeEmpty();
    }

    [Fact]
    public void A_role_is_passed_only_to_the_service_that_is_to_have_it() =>
        Needs.Keys.SelectMany(Template.StatementsOf).Where(statement => statement.Actions.Contains("iam:PassRole")).ShouldAllBe(statement => statement.PassedTo != null);

    [Fact]
    public void Every_role_of_the_template_is_somebodys() =>
        Template.OfType("AWS::IAM::Role").Select(role => role.Id).Except(Needs.Keys).ShouldBeEmpty();

    /// <summary>Actions and resources of a statement that none of the rights has a use for.</summary>
    private static IEnumerable<string> Unused(Statement statement, IReadOnlyList<Right> rights) =>
        statement.Actions.Select(action => statement with { Actions = [action] })
            .Concat(statement.Resources.Select(resource => statement with { Resources = [resource] }))
            .Where(part => !rights.Any(part.Allows)).Select(part => part.ToString());
}
