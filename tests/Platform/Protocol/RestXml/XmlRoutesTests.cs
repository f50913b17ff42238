using Sluice.Platform.Protocol;
using Sluice.Platform.Protocol.RestXml;

namespace Sluice.Platform.Tests.Protocol.RestXml;

public sealed class XmlRoutesTests
{
    private readonly XmlRoutes _routes = new(StoreModel.Read());

    [Theory]
    [InlineData("GET", "/box", "", "", "ListThings")]
    [InlineData("GET", "/box", "others", "", "ListOthers")]
    [InlineData("GET", "/box", "others=&unknown=1", "", "ListOthers")]
    [InlineData("PUT", "/box/a", "", "", "PutThing")]
    [InlineData("PUT", "/box/a", "", "x-from", "CopyThing")]
    [InlineData("PUT", "/box/a", "part=1", "", "PutPart")]
    public void Parameters_and_headers_that_must_be_there_tell_operations_apart(string method, string path, string query, string header, string operation) =>
        _routes.Find(Request(method, path, query, header)).Operation.Name.ShouldBe(operation);

    [Theory]
    [InlineData("/box/a%2Fb//c/", "a/b//c/")]
    [InlineData("/box//a", "/a")]
    [InlineData("/box/../x", "../x")]
    [InlineData("/box/%20+%C3%A4", " +ä")]
    public void A_name_is_all_that_follows_decoded_once(string path, string name) => _routes.Find(Request("PUT", path)).Labels["Name"].ShouldBe(name);

    [Theory]
    [InlineData("DELETE", "/box", "", "MethodNotAllowed")]
    [InlineData("GET", "/box", "delete", "MethodNotAllowed")] // It asks for something else than a list.
    [InlineData("PUT", "/box/a", "others", "MethodNotAllowed")]
    [InlineData("PUT", "/box/%FF", "", "InvalidURI")]
    [InlineData("PUT", "/box/%C3", "", "InvalidURI")]
    [InlineData("PUT", "/box/%zz", "", "InvalidURI")]
    [InlineData("PUT", "/box/%", "", "InvalidURI")]
    public void What_is_no_operation_is_refused(string method, string path, string query, string code) =>
        Should.Throw<ApiException>(() => _routes.Find(Request(method, path, query))).Code.ShouldBe(code);

    private static ApiRequest Request(string method, string path, string query = "", string header = "") =>
        new(method, path, query, header.Length == 0 ? [] : [KeyValuePair.Create(header, "there")], default);
}
