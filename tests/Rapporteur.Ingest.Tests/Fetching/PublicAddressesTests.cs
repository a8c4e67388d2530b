using System.Net;
using Rapporteur.Ingest.Fetching;
using Xunit;

namespace Rapporteur.Ingest.Tests.Fetching;

public sealed class PublicAddressesTests
{
    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:2800:21f::1")]
    [InlineData("::ffff:93.184.215.14")]
    public void Addresses_of_the_public_internet_are_reached(string address) => Assert.True(PublicAddresses.Allows(IPAddress.Parse(address), loopback: false));

    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("10.255.0.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd12:3456::1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2001:db8::1")]
    [InlineData("2001::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("::10.0.0.1")]
    public void Addresses_of_other_networks_are_not(string address) => Assert.False(PublicAddresses.Allows(IPAddress.Parse(address), loopback: true));

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.8.8")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    public void This_machine_is_reached_only_where_a_test_says_so(string address)
    {
        Assert.False(PublicAddresses.Allows(IPAddress.Parse(address), loopback: false));
        Assert.True(PublicAddresses.Allows(IPAddress.Parse(address), loopback: true));
    }
}
